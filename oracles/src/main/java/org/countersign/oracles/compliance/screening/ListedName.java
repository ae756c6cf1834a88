package org.countersign.oracles.compliance.screening;

import java.util.Objects;

/** A name of an entry. */
final class ListedName {
    private final String text;
    private final boolean weak;

    /**
     * Creates a name.
     *
     * @param text as it is published, in any script
     * @param weak whether the publisher calls it broad or of low quality, as OFAC's weak and the UN's low aliases
     */
    ListedName(String text, boolean weak) {
        this.text = Objects.requireNonNull(text, "text");
        this.weak = weak;
    }

    String getText() {
        return text;
    }

    boolean isWeak() {
        return weak;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListedName
                && text.equals(((ListedName) other).text)
                && weak == ((ListedName) other).weak;
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return weak ? text + " (weak)" : text;
    }
}
