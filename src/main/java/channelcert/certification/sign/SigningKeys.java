package channelcert.certification.sign;

import channelcert.store.FileTrouble;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;

/** The keys that files and certificates are signed with. The last one signs; all are published. */
public final class SigningKeys {
  private final JWKSet keys;
  private final ECKey signing;

  private SigningKeys(JWKSet keys) {
    this.keys = keys;
    this.signing = keys.getKeys().getLast().toECKey();
  }

  /** Keys that are kept nowhere. */
  public static SigningKeys choose(SecureRandom random) {
    try {
      ECKey key =
          new ECKeyGenerator(Curve.P_256)
              .algorithm(JWSAlgorithm.ES256)
              .keyUse(KeyUse.SIGNATURE)
              .keyIDFromThumbprint(true)
              .secureRandom(random)
              .generate();
      return new SigningKeys(new JWKSet(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java has the curve P-256", e);
    }
  }

  /**
   * The keys of a file, which is made when there is none and which only its owner may read.
   *
   * @throws UnusableKeys when the file cannot be used
   */
  public static SigningKeys keptIn(Path file, SecureRandom random) throws UnusableKeys {
    try {
      if (!Files.exists(file)) {
        write(file, choose(random).keys.toString(false));
      }
      JWKSet found = JWKSet.parse(Files.readString(file));
      for (JWK each : found.getKeys()) {
        if (!each.isPrivate() || each.toECKey() == null) {
          throw new ParseException("a public key", 0);
        }
      }
      return new SigningKeys(found);
    } catch (IOException e) {
      throw new UnusableKeys(
          "the signing keys in " + file + " cannot be read or written: " + FileTrouble.words(e), e);
    } catch (ParseException | RuntimeException e) {
      throw new UnusableKeys(
          file + " holds no signing keys; restore it, or move it away to have new ones chosen", e);
    }
  }

  /** Two processes may begin at once: one of them makes the file, both then read it. */
  private static void write(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part =
        Files.createTempFile(
            folder,
            "signing",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(part, content, StandardOpenOption.TRUNCATE_EXISTING);
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException faster) {
      // The other process made it; its keys are as good.
    } finally {
      Files.delete(part);
    }
  }

  /** The public parts as a JWK Set. */
  public String published() {
    return keys.toPublicJWKSet().toString(true);
  }

  /** The public parts. */
  public PublicKeys publicKeys() {
    return new PublicKeys(keys.toPublicJWKSet());
  }

  /**
   * Signs.
   *
   * @return the compact form, in which the content stands as well
   */
  public String sign(Sort sort, byte[] content) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(sort.type()))
            .keyID(signing.getKeyID())
            .build();
    JWSObject signed = new JWSObject(header, new Payload(content));
    try {
      signed.sign(new ECDSASigner(signing));
    } catch (JOSEException e) {
      throw new IllegalStateException("the key was checked when it was read", e);
    }
    return signed.serialize();
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "SigningKeys[" + signing.getKeyID() + "]";
  }
}
