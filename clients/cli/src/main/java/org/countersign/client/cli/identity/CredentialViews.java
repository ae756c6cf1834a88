package org.countersign.client.cli.identity;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.corda.core.crypto.Crypto;
import net.corda.core.identity.CordaX500Name;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.answer.Fields;
import org.countersign.client.cli.command.Ledger;
import org.countersign.contracts.identity.ClaimKind;
import org.countersign.workflows.identity.CredentialView;
import org.countersign.workflows.identity.sdjwt.DidKey;
import org.countersign.workflows.identity.sdjwt.MalformedException;

/** Credentials as people and scripts read them, and claims as people write them. */
final class CredentialViews {
    private static final String KEY = "key:";

    private CredentialViews() {}

    static Fields document(CredentialView view) {
        return new Fields()
                .with("credential", view.getId())
                .with("kind", view.getKind())
                .with("provider", view.getProvider())
                .with("member", view.getMember())
                .with("key", did(view.getHolder()))
                .with("subject", view.getSubject())
                .with("claims", new LinkedHashMap<>(view.getValues()))
                .with("issuedAt", view.getIssuedAt())
                .with("expiresAt", view.getExpiresAt())
                .with(
                        "status",
                        view.getStatus() == null ? "UNKNOWN" : view.getStatus().name());
    }

    static List<String> lines(Ledger ledger, CredentialView view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.getKind() + " of " + call(ledger, view.getMember()) + " by " + call(ledger, view.getProvider())
                + ", "
                + (view.getStatus() == null
                        ? "status unknown"
                        : view.getStatus().name()) + " until "
                + view.getExpiresAt());
        lines.add("  credential " + view.getId());
        lines.add("  key " + did(view.getHolder()));
        view.getValues().forEach((claim, text) -> lines.add("  " + claim + ": " + text));
        return lines;
    }

    private static String call(Ledger ledger, String name) {
        return name.isEmpty() ? "somebody else" : ledger.call(CordaX500Name.parse(name));
    }

    static String did(PublicKey key) {
        try {
            return DidKey.of(key);
        } catch (MalformedException other) {
            throw new IllegalStateException("Credentials are for keys that have a did:key.", other);
        }
    }

    /** A key in the notation of the commands for measures. */
    static String written(PublicKey key) {
        return KEY + HexFormat.of().formatHex(key.getEncoded());
    }

    static PublicKey key(String text) {
        try {
            return text.startsWith(KEY)
                    ? Crypto.decodePublicKey(HexFormat.of().parseHex(text.substring(KEY.length())))
                    : DidKey.key(text);
        } catch (MalformedException | IllegalArgumentException e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no key.",
                    "Give a did:key, or key: and hexadecimal digits, as 'account list' shows them.",
                    e);
        }
    }

    static ClaimKind kind(String text) {
        for (ClaimKind kind : ClaimKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new Failure(
                FailureCode.ARGUMENT_WRONG,
                "There is no kind of claims '" + text + "'.",
                "Kinds are " + List.of(ClaimKind.values()) + ".");
    }

    static Map<String, String> claims(List<String> texts) {
        Map<String, String> claims = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1 || claims.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
                throw new Failure(
                        FailureCode.ARGUMENT_WRONG,
                        "'" + text + "' is no claim, or is given twice.",
                        "Give each claim once as NAME=TEXT, for example residence=GB.");
            }
        }
        return claims;
    }
}
