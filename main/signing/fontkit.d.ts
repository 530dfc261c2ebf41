// fontkit ships no types; of all it can do, pdf-lib is handed this one function.
declare module 'fontkit' {
  import type { Fontkit } from '@cantoo/pdf-lib/cjs/types/fontkit';
  export const create: Fontkit['create'];
}
