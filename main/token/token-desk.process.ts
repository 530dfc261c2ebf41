// The token process: a vendor's library blocks, crashes and hangs, and Cryptoki's state is per process, so each driver has one
// of its own, which may be killed (docs/signing.md). Started by utilityProcess in the application, by fork in plain Node.
import { serve } from '../processes/serve.ts';
import { asSigningFault } from './ckr.ts';
import { openTokenDesk } from './host/desk.ts';
import { requestShape } from './protocol.ts';

const desk = openTokenDesk();

serve((message) => {
  const request = requestShape.parse(message);
  try {
    return desk(request);
  } finally {
    if ('pin' in request) request.pin?.fill(0);
  }
}, asSigningFault);
