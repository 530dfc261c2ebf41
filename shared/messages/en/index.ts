import { acts } from './acts.ts';
import { actPapers } from './act-papers.ts';
import { certification } from './certification.ts';
import { books } from './books.ts';
import { common } from './common.ts';
import { calendar } from './calendar.ts';
import { citizen } from './citizen.ts';
import { digitise } from './digitise.ts';
import { fees } from './fees.ts';
import { catalogue } from './catalogue.ts';
import { vault } from './vault.ts';
import { intake } from './intake.ts';
import { day } from './day.ts';
import { dossiers } from './dossiers.ts';
import { lists } from './lists.ts';
import { money } from './money.ts';
import { print } from './print.ts';
import { seals } from './seals.ts';
import { settings } from './settings.ts';
import { signing } from './signing-desk.ts';
import { sync } from './sync.ts';
import { today } from './today.ts';
import { faults } from './faults.ts';

export const en = {
  acts,
  actPapers,
  certification,
  books,
  common,
  calendar,
  citizen,
  digitise,
  fees,
  catalogue,
  vault,
  intake,
  day,
  dossiers,
  lists,
  money,
  print,
  seals,
  settings,
  signing,
  sync,
  today,
  faults,
};
