import type { ExchangeAdapter } from './adapter.ts';
import { callExchange, foundIn, serviceIn, writtenBy } from './call.ts';

/** Where the province's own system takes what it reports on. */
export interface ProvincialSettings {
  url: string;
  /** `MaDinhDanhDV`. */
  unit: string;
  /** Sent as a bearer token. */
  token: string;
}

/**
 * The worked example of a province's own system: it stands in front of the national portal, takes the same documents as a bare array at
 * `POST /api/SynsTTHCC/<service>?MaDinhDanhDV=…&isUpdating=…`, and keeps its own session with the axis.
 */
export const openProvincialAdapter = ({ url, unit, token }: ProvincialSettings): ExchangeAdapter => {
  const call = (service: string, query: Readonly<Record<string, string>>, body: unknown) => {
    const asked = new URLSearchParams({ MaDinhDanhDV: unit, ...query });
    const headers = { authorization: `Bearer ${token}` };
    return callExchange(`${url}/api/SynsTTHCC/${service}?${asked.toString()}`, headers, body);
  };
  return {
    lookUp: async (mahoso) => foundIn(await call('TraCuuHoSo', { mahoso }, [])),
    service: async (maTTHC) => serviceIn(await call('LayThuTuc', { maTTHC }, [])),
    writeRecord: async (record, isUpdating) =>
      writtenBy(await call('DongBoHoSoMC', { isUpdating: isUpdating ? 'True' : 'False' }, [record])),
    writeProgress: async (rows) => writtenBy(await call('CapNhatTienDoHoSoMC', {}, rows)),
  };
};
