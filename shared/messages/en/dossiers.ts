import type { dossiers as source } from '../vi/dossiers.ts';
import type { Translation } from '../translation.ts';
import { history } from './dossiers/history.ts';
import { list, row } from './dossiers/list.ts';
import { page } from './dossiers/page.ts';
import { paper } from './dossiers/paper.ts';
import { procedures } from './dossiers/procedures.ts';
import { search } from './dossiers/search.ts';

export const dossiers: Translation<typeof source> = { search, list, row, page, history, paper, procedures };
