import { NotSent } from './adapter.ts';
import type { ExchangeAdapter, ServiceInfo } from './adapter.ts';
import { callExchange, foundIn, isOk, serviceIn, writtenBy } from './call.ts';
import type { Answer } from './call.ts';

/** Where the axis is and who this province is on it. */
export interface AxisSettings {
  /** Address of the adapter, and the paths of its three calls below it. */
  url: string;
  auth: string;
  integration: string;
  share: string;
  username: string;
  password: string;
  /** `madonvi`: the province's own code. */
  unit: string;
  /** Header `dstcode`: the national portal's route on the axis. */
  destination: string;
}

const isSessionOver = (answer: Answer): boolean => !isOk(answer) && /session|phiên/iu.test(answer.message);

/** The national portal over the data-exchange axis: log in, then `session` in every call. */
export const openNationalAxis = (settings: AxisSettings): ExchangeAdapter => {
  const { url, unit, destination } = settings;
  const headers = { dstcode: destination };
  let session: string | undefined;
  const services = new Map<string, ServiceInfo>();

  const logIn = async (): Promise<string> => {
    const { username, password } = settings;
    // Nothing was asked of it yet: whatever fails here, no message has left.
    const answer = await callExchange(`${url}/${settings.auth}`, headers, { username, password }).catch(
      (error: unknown) => {
        throw new NotSent('log-in failed', { cause: error });
      },
    );
    const { session: given } = answer;
    if (!isOk(answer) || typeof given !== 'string') throw new NotSent(`log-in: ${answer.message}`);
    session = given;
    return given;
  };
  /** Once more with a new session where the old one was over: such a call has had no effect. */
  const call = async (path: string, body: object): Promise<Answer> => {
    for (let tries = 0; ; tries += 1) {
      const answer = await callExchange(`${url}/${path}`, headers, {
        session: session ?? (await logIn()),
        madonvi: unit,
        ...body,
      }).catch((error: unknown) => {
        if (error instanceof NotSent) session = undefined;
        throw error;
      });
      if (!isSessionOver(answer)) return answer;
      session = undefined;
      if (tries > 0) throw new NotSent('session over');
    }
  };
  return {
    lookUp: async (mahoso) => foundIn(await call(settings.share, { service: 'TraCuuHoSo', mahoso })),
    service: async (maTTHC) => {
      const known =
        services.get(maTTHC) ?? serviceIn(await call(settings.share, { service: 'LayThuTuc', maTTHC }));
      if (known) services.set(maTTHC, known);
      return known;
    },
    writeRecord: async (record, isUpdating) =>
      writtenBy(
        await call(settings.integration, {
          service: 'DongBoHoSoMC',
          isUpdating: isUpdating ? 'True' : 'False',
          data: [record],
        }),
      ),
    writeProgress: async (rows) =>
      writtenBy(await call(settings.integration, { service: 'CapNhatTienDoHoSoMC', data: rows })),
  };
};
