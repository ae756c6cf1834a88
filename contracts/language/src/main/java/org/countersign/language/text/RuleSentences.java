package org.countersign.language.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** How rules are told in a sentence: templates by the rules' words. */
final class RuleSentences {
    private static final Properties TEMPLATES = read();

    private RuleSentences() {}

    /**
     * The template of a rule.
     *
     * @param word the rule's word
     * @return the rest of a sentence with parameters in braces; nothing if the rule has none
     */
    static Optional<String> of(String word) {
        return Optional.ofNullable(TEMPLATES.getProperty(word));
    }

    private static Properties read() {
        try (InputStream file = RuleSentences.class.getResourceAsStream("rule-sentences.properties")) {
            Properties templates = new Properties();
            templates.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
