import { many } from './day/many.ts';
import { promises } from './day/promises.ts';
import { ready } from './day/ready.ts';
import { twins } from './day/twins.ts';
import { toCitizen } from './day/to-citizen.ts';
import { whereIs } from './day/where-is.ts';

export const day = { toCitizen, whereIs, many, ready, promises, twins };
