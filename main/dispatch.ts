import { contract } from '../shared/contract.ts';
import type { InputOf, MethodName, OutputOf, WindowClass } from '../shared/contract.ts';
import { fail } from '../shared/faults.ts';
import type { Result } from '../shared/faults.ts';
import type { Role } from '../shared/journal/row.ts';
import type { Desk } from './desk/desk.ts';
import { logFailure } from './log.ts';
import { findStorageFault } from './vault/faults.ts';

/** One call: the desk it is made at and the role it is made under ('lobby': nobody need be signed in). */
export interface Call {
  desk: Desk;
  role: Role | 'lobby';
}

/** The role a signed-in call is made under; methods of the lobby never ask. */
export const asClerk = ({ role }: Call): Role => {
  if (role === 'lobby') throw new Error('dispatch: a lobby call has no role');
  return role;
};

type Answer<M extends MethodName> = Result<OutputOf<M>> | Promise<Result<OutputOf<M>>>;

/** Every method of the contract, each with its function; the type check proves none is missing. */
export type Commands = { [M in MethodName]: (call: Call, input: InputOf<M>) => Answer<M> };

const isMethod = (name: string): name is MethodName => Object.hasOwn(contract, name);

/** The role under which the session may call a method; null when it may not. */
const findRole = (desk: Desk, roles: readonly Role[] | 'any' | 'lobby'): Role | 'lobby' | null => {
  if (roles === 'lobby') return 'lobby';
  const held = desk.session?.roles ?? [];
  return (roles === 'any' ? held[0] : roles.find((role) => held.includes(role))) ?? null;
};

/** True when the payload is what the method takes. The contract's shapes only check, they change nothing. */
const fits = <M extends MethodName>(method: M, input: unknown): input is InputOf<M> =>
  contract[method].input.safeParse(input).success;

const run = async <M extends MethodName>(
  commands: Commands,
  method: M,
  call: Call,
  input: unknown,
): Promise<Result<OutputOf<M>>> =>
  fits(method, input) ? commands[method](call, input) : fail('malformedCall', { method });

/**
 * Answers one call of a window: its class, the method's roles and the payload's shape are checked, the command runs, and
 * whatever happens comes back as an answer. Nothing throws across IPC.
 */
export const dispatch = async (
  commands: Commands,
  desk: Desk,
  windowClass: WindowClass,
  method: string,
  input: unknown,
): Promise<Result<unknown>> => {
  if (!isMethod(method)) return fail('malformedCall', { method: method.slice(0, 60) });
  const { windows, roles } = contract[method];
  if (!windows.includes(windowClass)) return fail('notThisWindow');
  const role = findRole(desk, roles);
  if (role === null) return fail(desk.session ? 'notAllowed' : 'notSignedIn');
  try {
    return await run(commands, method, { desk, role }, input);
  } catch (error) {
    // Reads outside a transaction meet a broken page as the driver's own error.
    const fault = findStorageFault(error);
    if (fault) {
      desk.noteStorageFault(fault);
      return fail(fault.code, fault.params);
    }
    logFailure(`command ${method}`, error);
    return fail('internal', { method });
  }
};
