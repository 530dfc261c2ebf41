import { Component } from 'react';
import type { ReactNode } from 'react';
import type { Messages } from '../../shared/messages/index.ts';

interface ScreenGuardProps {
  words: Messages;
  children: ReactNode;
}

/** A screen that fails says so and leaves the rest of the counter working. React offers this only to classes. */
export class ScreenGuard extends Component<ScreenGuardProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    const { words, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div role="alert" className="screen">
        <p className="fault">{words.common.frame.problem.screen}</p>
        <button type="button" className="button" onClick={() => this.setState({ failed: false })}>
          {words.common.frame.problem.again}
        </button>
      </div>
    );
  }
}
