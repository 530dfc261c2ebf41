import com.itextpdf.text.Font;
import com.itextpdf.text.Rectangle;
import com.itextpdf.text.pdf.BaseFont;
import com.itextpdf.text.pdf.PdfReader;
import com.itextpdf.text.pdf.PdfSignatureAppearance;
import com.itextpdf.text.pdf.PdfStamper;
import com.itextpdf.text.pdf.security.BouncyCastleDigest;
import com.itextpdf.text.pdf.security.MakeSignature;
import com.itextpdf.text.pdf.security.PrivateKeySignature;
import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Collections;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Peer of bench-sign: iText 5 signs one PDF again and again, visibly, on the same token. Arguments: pkcs11.cfg PIN file.pdf font.ttf times. Prints the milliseconds of each, and last what the processor spent on all. */
public final class SignInTurns {
  public static void main(String[] args) throws Exception {
    Provider token = Security.getProvider("SunPKCS11").configure(args[0]);
    Security.addProvider(token);
    Security.addProvider(new BouncyCastleProvider());
    KeyStore store = KeyStore.getInstance("PKCS11", token);
    store.load(null, args[1].toCharArray());
    String alias = Collections.list(store.aliases()).stream()
        .filter(one -> isKey(store, one)).findFirst().orElseThrow();
    PrivateKey key = (PrivateKey) store.getKey(alias, args[1].toCharArray());
    Certificate[] chain = store.getCertificateChain(alias);
    byte[] pdf = Files.readAllBytes(Paths.get(args[2]));
    BaseFont font = BaseFont.createFont(args[3], BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    int times = Integer.parseInt(args[4]);
    double[] took = new double[times];
    OperatingSystemMXBean self = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long spent = 0;
    for (int turn = -10; turn < times; turn++) {
      if (turn == 0) spent = self.getProcessCpuTime();
      long from = System.nanoTime();
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 65536);
      PdfStamper stamper = PdfStamper.createSignature(new PdfReader(pdf), out, '\0', null, true);
      PdfSignatureAppearance look = stamper.getSignatureAppearance();
      look.setLayer2Font(new Font(font, 10));
      look.setLayer2Text("Ký bởi: Nguyễn Thị Mẫu\nCơ quan: Ủy ban nhân dân xã Mẫu\nThời gian ký: 29-11-2026 16:05:09 +07:00");
      look.setVisibleSignature(new Rectangle(330, 80, 550, 140), 1, "Signature1");
      MakeSignature.signDetached(look, new BouncyCastleDigest(), new PrivateKeySignature(key, "SHA-256", token.getName()),
          chain, null, null, null, 20480, MakeSignature.CryptoStandard.CADES);
      if (turn >= 0) took[turn] = (System.nanoTime() - from) / 1e6;
    }
    spent = self.getProcessCpuTime() - spent;
    for (double one : took) System.out.println(one);
    System.out.println(spent / 1e6);
    System.exit(0);
  }

  private static boolean isKey(KeyStore store, String alias) {
    try {
      return store.isKeyEntry(alias);
    } catch (java.security.KeyStoreException error) {
      throw new IllegalStateException(error);
    }
  }
}
