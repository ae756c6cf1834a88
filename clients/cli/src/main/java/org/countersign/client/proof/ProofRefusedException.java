package org.countersign.client.proof;

/** A proof does not hold. The message names the first thing that does not, in words meant for people. */
public final class ProofRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    /**
     * Creates the refusal.
     *
     * @param message what does not hold
     */
    public ProofRefusedException(String message) {
        super(readable(message));
    }

    /**
     * Creates the refusal with what a library said about it.
     *
     * @param message what does not hold
     * @param cause the library's own words
     */
    public ProofRefusedException(String message, Throwable cause) {
        super(readable(message), cause);
    }

    /** A message may quote a hostile document, and a terminal obeys control characters. */
    private static String readable(String message) {
        StringBuilder readable = new StringBuilder();
        message.codePoints().limit(LONGEST).forEach(point -> {
            int type = Character.getType(point);
            boolean steers = Character.isISOControl(point)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE;
            readable.appendCodePoint(steers ? '?' : point);
        });
        return readable.toString();
    }

    /**
     * Refuses unless something holds.
     *
     * @param holds whether it does
     * @param message what does not hold, if it does not
     * @param arguments for the message, as in {@link String#format}
     */
    static void require(boolean holds, String message, Object... arguments) throws ProofRefusedException {
        if (!holds) {
            throw new ProofRefusedException(String.format(java.util.Locale.ROOT, message, arguments));
        }
    }
}
