package channelcert.certification.sign;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Public keys, with which anybody verifies what was signed. */
public final class PublicKeys {
  private final JWKSet keys;

  PublicKeys(JWKSet keys) {
    this.keys = keys;
  }

  /** Reads a JWK Set; empty when it is none. */
  public static Optional<PublicKeys> parse(String jwkSet) {
    try {
      JWKSet found = JWKSet.parse(jwkSet);
      return found.getKeys().isEmpty() ? Optional.empty() : Optional.of(new PublicKeys(found));
    } catch (ParseException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * What was signed.
   *
   * @param keyId thumbprint of the key that it was signed with
   */
  public record Verified(String content, String keyId) {}

  /**
   * Verifies a compact JWS.
   *
   * @throws NotAuthentic when it is not as it was signed, or was signed with another key
   */
  public Verified verify(Sort sort, String signed) throws NotAuthentic {
    JWSObject parsed = parsed(signed);
    if (!JWSAlgorithm.ES256.equals(parsed.getHeader().getAlgorithm())
        || !new JOSEObjectType(sort.type()).equals(parsed.getHeader().getType())) {
      throw new NotAuthentic("it was changed, or is no " + sort.type() + " of ours");
    }
    String keyId = String.valueOf(parsed.getHeader().getKeyID());
    JWK key = key(keyId);
    try {
      if (!parsed.verify(new ECDSAVerifier(key.toECKey().toPublicJWK()))) {
        throw new NotAuthentic("it is not as it was signed: at least one byte was changed");
      }
    } catch (JOSEException e) {
      throw new NotAuthentic("its signature cannot be one of the key " + keyId);
    }
    return new Verified(parsed.getPayload().toString(), keyId);
  }

  /** Found by its own thumbprint, whatever name the set gives it. */
  private JWK key(String keyId) throws NotAuthentic {
    for (JWK each : keys.getKeys()) {
      try {
        if (each.computeThumbprint().toString().equals(keyId) && each.toECKey() != null) {
          return each;
        }
      } catch (JOSEException | RuntimeException other) {
        // Not a key of ours; another one may be.
      }
    }
    throw new NotAuthentic(
        "it was signed with the key " + keyId + ", which is not among those given");
  }

  /** Base64url has spare bits in its last character; only the one spelling counts. */
  private static JWSObject parsed(String signed) throws NotAuthentic {
    try {
      JWSObject parsed = JWSObject.parse(signed);
      List<Base64URL> parts =
          Arrays.stream(parsed.getParsedParts()).filter(Objects::nonNull).toList();
      for (Base64URL part : parts) {
        if (!Base64URL.encode(part.decode()).toString().equals(part.toString())) {
          throw new NotAuthentic("it is not as it was signed: at least one byte was changed");
        }
      }
      if (!String.join(".", parts.stream().map(Base64URL::toString).toList()).equals(signed)) {
        throw new NotAuthentic("it is not as it was signed: something was added");
      }
      return parsed;
    } catch (ParseException | RuntimeException e) {
      throw new NotAuthentic("it was changed, or is no signed file at all");
    }
  }
}
