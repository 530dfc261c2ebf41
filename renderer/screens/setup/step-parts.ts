import type { SetUpForm } from './set-up-form.ts';

/** What every step is given. */
export interface StepProps {
  form: SetUpForm;
  change: (part: Partial<SetUpForm>) => void;
  /** What to mend at a field, '' when nothing or when it was not asked for yet. */
  problemAt: (field: string) => string;
}
