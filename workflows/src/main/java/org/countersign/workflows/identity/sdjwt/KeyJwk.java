package org.countersign.workflows.identity.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.corda.core.crypto.Crypto;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.interfaces.ECPublicKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;

/** Public keys as JSON Web Keys (RFC 7517, RFC 8037), the form in which a credential names its holder's key. */
final class KeyJwk {
    private static final int COORDINATE = 32;

    private KeyJwk() {}

    static Map<String, Object> of(PublicKey key) throws MalformedException {
        Map<String, Object> jwk = new LinkedHashMap<>();
        if (JwsAlgorithm.of(key) == JwsAlgorithm.EDDSA) {
            jwk.put("kty", "OKP");
            jwk.put("crv", "Ed25519");
            jwk.put("x", Base64Url.encode(DidKey.rawEd25519(key)));
        } else {
            byte[] point =
                    ((ECPublicKey) Crypto.toSupportedPublicKey(key)).getQ().getEncoded(false);
            jwk.put("kty", "EC");
            jwk.put("crv", "P-256");
            jwk.put("x", Base64Url.encode(Arrays.copyOfRange(point, 1, 1 + COORDINATE)));
            jwk.put("y", Base64Url.encode(Arrays.copyOfRange(point, 1 + COORDINATE, 1 + 2 * COORDINATE)));
        }
        return jwk;
    }

    static PublicKey key(JsonNode jwk) throws MalformedException {
        String kind = jwk.path("kty").asText() + " " + jwk.path("crv").asText();
        byte[] x = Base64Url.decode(jwk.path("x").asText());
        try {
            if (kind.equals("OKP Ed25519") && x.length == COORDINATE) {
                return DidKey.ed25519(x);
            }
            byte[] y = Base64Url.decode(jwk.path("y").asText());
            if (kind.equals("EC P-256") && x.length == COORDINATE && y.length == COORDINATE) {
                ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("secp256r1");
                return Crypto.toSupportedPublicKey(KeyFactory.getInstance("EC", new BouncyCastleProvider())
                        .generatePublic(new ECPublicKeySpec(
                                curve.getCurve().createPoint(new BigInteger(1, x), new BigInteger(1, y)), curve)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException notOnCurve) {
            throw new MalformedException("The holder's key in the document is no point of its curve.");
        }
        throw new MalformedException("The holder's key in the document is neither Ed25519 nor P-256.");
    }
}
