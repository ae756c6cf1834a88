package org.countersign.language.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Operation;
import org.countersign.language.model.Value;
import org.countersign.language.model.ValueType;
import org.countersign.language.vocabulary.Signature.Frequency;

/**
 * The sections of a source and the clauses of each. A new instrument adds its constant here, among the instruments,
 * with the clauses that say what is particular to it.
 */
public enum Section {
    /** What identifies the security and what it is worth on paper; it begins the file and has no heading of its own. */
    TERMS(
            "",
            false,
            new Signature(
                    "security",
                    "Names the security; the first clause of a file.",
                    "This is {name}, {symbol} for short.",
                    Frequency.ONCE,
                    Slot.first("symbol", ValueType.SYMBOL),
                    Slot.first("name", ValueType.TEXT)),
            new Signature(
                    "issuer",
                    "The obligor, by its X.500 name on the network.",
                    "It is issued by {name}.",
                    Frequency.ONCE,
                    Slot.first("name", ValueType.TEXT)),
            new Signature(
                    "isin",
                    "The ISIN, if one is assigned.",
                    "Its ISIN is {code}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("code", ValueType.ISIN)),
            new Signature(
                    "currency",
                    "The currency of the nominal value.",
                    "Its nominal value is in {code}.",
                    Frequency.ONCE,
                    Slot.first("code", ValueType.CURRENCY)),
            new Signature(
                    "denomination",
                    "The nominal value of one unit, in the currency.",
                    "One unit has a nominal value of {amount}.",
                    Frequency.ONCE,
                    Slot.first("amount", ValueType.AMOUNT)),
            new Signature(
                    "supply",
                    "How many units may be outstanding at once.",
                    "At most {quantity} can be outstanding at once.",
                    Frequency.ONCE,
                    Slot.first("quantity", ValueType.QUANTITY)),
            new Signature(
                    "decimals",
                    "The decimals of a quantity, 0 to 6; without the clause, units are whole.",
                    "Units can be divided to {count} decimals.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("count", ValueType.COUNT))),

    /** A share in the capital of a company. */
    SHARE(
            "share",
            true,
            new Signature(
                    "class",
                    "The class of share.",
                    "It is of the class {name}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("name", ValueType.TEXT)),
            new Signature(
                    "votes",
                    "The votes that one unit gives; without the clause, none.",
                    "The votes that one unit gives: {count}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("count", ValueType.COUNT))),

    /** A debt of the issuer that is paid back on a day. */
    NOTE(
            "note",
            true,
            new Signature(
                    "issued",
                    "The day of the first issue, if it is set.",
                    "It is first issued on {date}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("date", ValueType.DATE)),
            new Signature(
                    "maturity",
                    "The day on which the note is due.",
                    "It is due on {date}.",
                    Frequency.ONCE,
                    Slot.first("date", ValueType.DATE)),
            new Signature(
                    "redemption",
                    "What is paid at maturity, in parts of the nominal value; without the clause, 100%.",
                    "At maturity {percentage} of the nominal value are paid.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("percentage", ValueType.PERCENTAGE))),

    /** Who may deal in the security, how much and when. */
    COMPLIANCE("compliance", false),

    /** Who attests what. */
    VALIDATION(
            "validation",
            false,
            new Signature(
                    "segment",
                    "The segment that the security belongs to; without the clause, the whole network.",
                    "It belongs to the segment {name}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("name", ValueType.TEXT)),
            new Signature(
                    "attest",
                    "An aspect that a committee must attest; without operations, for every one that moves a holding.",
                    "The committee {by} attests {aspect}[, for {on}].",
                    Frequency.ANY,
                    Slot.first("aspect", ValueType.WORD).of(words(Aspect.values())),
                    Slot.named("by", ValueType.TEXT),
                    Slot.named("on", ValueType.OPERATIONS).optional())),

    /** What can be done without a holder's signature, and how these terms are changed. */
    CONTROL(
            "control",
            false,
            new Signature(
                    "allow",
                    "Measures that can be ordered against a holder, by the registrars' quorum.",
                    "On an order, and without the holder's signature, the registrars can {measures}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("measures", ValueType.WORDS).of(measures())),
            new Signature(
                    "amend",
                    "The committees that approve an amendment, and how long before it takes effect holders are told.",
                    "A change needs the approval of {by}, and takes effect {notice} after it was announced.",
                    Frequency.AT_MOST_ONCE,
                    Slot.named("by", ValueType.WORDS).of(words(Aspect.values())),
                    Slot.named("notice", ValueType.PERIOD))),

    /** What is told to whom. */
    DISCLOSURE(
            "disclosure",
            false,
            new Signature(
                    "publish",
                    "What everybody finds in the catalogue.",
                    "Everybody finds in the catalogue: {attributes}.",
                    Frequency.AT_MOST_ONCE,
                    Slot.first("attributes", ValueType.WORDS).of(attributes())),
            new Signature(
                    "report",
                    "A report that the issuer owes.",
                    "The issuer owes {name} to {to}, every {every}.",
                    Frequency.ANY,
                    Slot.first("name", ValueType.TEXT),
                    Slot.named("every", ValueType.PERIOD),
                    Slot.named("to", ValueType.WORDS)
                            .of(Collections.unmodifiableList(Arrays.asList("holders", "public", "regulators")))));

    private final String word;
    private final boolean instrument;
    private final List<Signature> clauses;

    Section(String word, boolean instrument, Signature... clauses) {
        this.word = word;
        this.instrument = instrument;
        this.clauses = Collections.unmodifiableList(new ArrayList<>(Arrays.asList(clauses)));
    }

    private static List<String> words(Enum<?>[] constants) {
        return Collections.unmodifiableList(Stream.of(constants)
                .map(constant -> Value.word(constant.name()))
                .collect(Collectors.toList()));
    }

    // What the registrars can order; the other operations every definition allows, or says in a clause of its own.
    private static List<String> measures() {
        List<String> always = Arrays.asList("define", "issue", "transfer", "redeem", "corporate-action", "amend");
        return Collections.unmodifiableList(words(Operation.values()).stream()
                .filter(word -> !always.contains(word))
                .collect(Collectors.toList()));
    }

    private static List<String> attributes() {
        return Collections.unmodifiableList(Arrays.asList(
                "symbol",
                "name",
                "issuer",
                "isin",
                "currency",
                "denomination",
                "supply",
                "instrument",
                "compliance",
                "validation",
                "control",
                "disclosure"));
    }

    /** The heading; empty for the terms. */
    public String getWord() {
        return word;
    }

    /** Whether it says what kind of instrument the security is; a source has one of these. */
    public boolean isInstrument() {
        return instrument;
    }

    /** The clauses that it can have; empty for the compliance section, whose words are the catalogue's. */
    public List<Signature> getClauses() {
        return clauses;
    }

    /** The words of its clauses. */
    public List<String> clauseWords() {
        return clauses.stream().map(Signature::getWord).collect(Collectors.toList());
    }

    /**
     * The clause of a word.
     *
     * @param clause the word
     * @return nothing if the section has no such clause
     */
    public Optional<Signature> clause(String clause) {
        return clauses.stream()
                .filter(signature -> signature.getWord().equals(clause))
                .findFirst();
    }

    /**
     * The section of a heading.
     *
     * @param heading the word
     * @return nothing if there is none
     */
    public static Optional<Section> of(String heading) {
        return Stream.of(values())
                .filter(section -> section != TERMS && section.word.equals(heading))
                .findFirst();
    }

    /** The headings that there are. */
    public static List<String> headings() {
        return Stream.of(values())
                .filter(section -> section != TERMS)
                .map(Section::getWord)
                .collect(Collectors.toList());
    }
}
