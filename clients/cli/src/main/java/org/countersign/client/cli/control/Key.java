package org.countersign.client.cli.control;

import java.security.PublicKey;
import java.util.HexFormat;
import net.corda.core.crypto.Crypto;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.client.cli.command.Ledger;
import org.countersign.client.cli.rpc.Member;
import org.countersign.client.cli.rpc.Network;

/**
 * A holder as people write it on a command line: a member, or one key of a member's client as {@code key:} and the
 * hexadecimal digits of its X.509 encoding.
 */
final class Key {
    private static final String PREFIX = "key:";

    private final Member member;
    private final PublicKey key;

    private Key(Member member, PublicKey key) {
        this.member = member;
        this.key = key;
    }

    /** Reads a holder; nothing is asked of a node yet. */
    static Key parse(Network network, String text) {
        if (!text.startsWith(PREFIX)) {
            return new Key(network.member(text), null);
        }
        try {
            byte[] encoded = HexFormat.of().parseHex(text.substring(PREFIX.length()));
            return new Key(null, Crypto.decodePublicKey(encoded));
        } catch (Exception e) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no key.",
                    "Give a member, or key: and the hexadecimal digits of the key's X.509 encoding.",
                    e);
        }
    }

    /** The key itself. */
    PublicKey on(Ledger ledger) {
        return member == null ? key : ledger.party(member).getOwningKey();
    }

    /** A key as it can be written again. */
    static String written(PublicKey key) {
        return PREFIX + HexFormat.of().formatHex(key.getEncoded());
    }
}
