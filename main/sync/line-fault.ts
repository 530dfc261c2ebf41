/** What keeps a request from its hub, as far as the clerk or her network administrator can do something about it. */
export type LineFaultKind =
  | 'offline'
  | 'proxy'
  | 'certificateDate'
  | 'certificateName'
  | 'certificate'
  | 'notHub';

/** Nobody answered, or somebody who is no hub of ours. */
export class LineFault extends Error {
  readonly kind: LineFaultKind;
  constructor(kind: LineFaultKind, cause?: unknown) {
    super(`line: ${kind}`, { cause });
    this.kind = kind;
  }
}

/** The first that fits. Chromium's names (net/base/net_error_list.h), then OpenSSL's as Node gives them. */
const names: readonly (readonly [LineFaultKind, RegExp])[] = [
  ['proxy', /ERR_(?:PROXY|TUNNEL|UNEXPECTED_PROXY|MANDATORY_PROXY|PAC_)/u],
  ['certificateDate', /ERR_CERT_DATE_INVALID|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/u],
  ['certificateName', /ERR_CERT_COMMON_NAME_INVALID|ERR_TLS_CERT_ALTNAME_INVALID/u],
  ['certificate', /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_(?:VERIFY|GET_ISSUER)/u],
];

/** Node names the reason in `cause.code`, Chromium in the message. */
export const lineFaultOf = (error: unknown): LineFault => {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const text = `${code} ${error instanceof Error ? error.message : ''}`;
  const kind = names.find(([, pattern]) => pattern.test(text))?.[0] ?? 'offline';
  return new LineFault(kind, error);
};
