package org.countersign.client.cli.argument;

import java.util.Locale;
import java.util.regex.Pattern;
import net.corda.core.crypto.SecureHash;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;

/** A transaction's id, as people write it on a command line. */
public final class TransactionId {
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Fa-f]{64}");

    private TransactionId() {}

    /**
     * Reads an id.
     *
     * @param text 64 hexadecimal digits, in capitals or not
     * @return the id
     * @throws Failure of code {@code ARGUMENT_WRONG} if it is anything else
     */
    public static SecureHash parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new Failure(
                    FailureCode.ARGUMENT_WRONG,
                    "'" + text + "' is no transaction id: it has 64 hexadecimal digits.",
                    "Commands that make a transaction print its id; look there.");
        }
        return SecureHash.create(text.toUpperCase(Locale.ROOT));
    }
}
