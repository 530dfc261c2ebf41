import 'node-forge';

// The published types know only the older, boolean second argument.
declare module 'node-forge' {
  namespace asn1 {
    function fromDer(
      bytes: string | util.ByteBuffer,
      options: { strict: boolean; decodeBitStrings: boolean },
    ): Asn1;
  }
}
