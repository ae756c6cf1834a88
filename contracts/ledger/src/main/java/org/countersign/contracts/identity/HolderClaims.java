package org.countersign.contracts.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import net.corda.core.serialization.ConstructorForDeserialization;
import net.corda.core.serialization.CordaSerializable;

/**
 * What accepted providers attest of one holder, as far as it was presented and is neither expired nor revoked at the
 * time of asking. What is not in here is not attested: a rule that needs it is not met.
 *
 * <p>Claims are texts under the names below, so that a new claim needs no new class; the accessors give them their
 * types.
 */
@CordaSerializable
public final class HolderClaims {
    /** The ISO 17442 legal entity identifier. */
    public static final String LEI = "lei";
    /** The legal name. */
    public static final String LEGAL_NAME = "legal_name";
    /** Where the holder resides or is registered: ISO 3166-1 alpha-2, or ISO 3166-2 as {@code US-NY}. */
    public static final String RESIDENCE = "residence";
    /** The citizenships or the law of incorporation: ISO 3166-1 alpha-2, several separated by spaces. */
    public static final String CITIZENSHIP = "citizenship";
    /** The tax residences: ISO 3166-1 alpha-2, several separated by spaces. */
    public static final String TAX_RESIDENCE = "tax_residence";
    /** The category of tax withheld from payments, in the paying agent's words, for example {@code treaty-15}. */
    public static final String WITHHOLDING_CATEGORY = "withholding_category";
    /** The custodian that holds the key for the holder, by LEI or name; none where the holder keeps it itself. */
    public static final String CUSTODIAN = "custodian";
    /** The investor categories, several separated by spaces, see {@link InvestorCategory}. */
    public static final String INVESTOR_CATEGORIES = "investor_categories";
    /** The level of know-your-customer checks, a whole number from 1. */
    public static final String KYC_LEVEL = "kyc_level";
    /** When those checks were last made: an ISO 8601 instant. */
    public static final String KYC_CHECKED = "kyc_checked";
    /** Whether the holder is politically exposed: {@code true} or {@code false}. */
    public static final String POLITICALLY_EXPOSED = "politically_exposed";
    /** The date of birth of a natural person: an ISO 8601 date. */
    public static final String BIRTH_DATE = "birth_date";
    /** The result of sanctions screening: {@code clear} or {@code hit}. */
    public static final String SANCTIONS = "sanctions";

    private static final String RULE = "investor_rule_";

    private final String person;
    private final List<String> identifiers;
    private final Map<String, String> values;
    // Read once: several rules ask for each, and reading takes longer than comparing.
    private final List<String> categories;
    private final List<String> citizenships;
    private final Instant checked;
    private final LocalDate birth;

    /**
     * Creates claims.
     *
     * @param person who the holder is, the same for all keys of one person: a LEI or an opaque name; may be empty
     * @param values the claims by name
     */
    public HolderClaims(String person, Map<String, String> values) {
        this(person, person.isEmpty() ? Collections.emptyList() : Collections.singletonList(person), values);
    }

    /**
     * Creates claims of a person that goes by several names.
     *
     * @param person one of them, the same for all keys of one person; empty if there is none
     * @param identifiers all of them: a LEI, and what each provider calls the person
     * @param values the claims by name
     */
    @ConstructorForDeserialization
    public HolderClaims(String person, List<String> identifiers, Map<String, String> values) {
        this.person = Objects.requireNonNull(person, "person");
        this.identifiers = Collections.unmodifiableList(new ArrayList<>(identifiers));
        this.values = Collections.unmodifiableMap(new TreeMap<>(values));
        this.categories = words(INVESTOR_CATEGORIES);
        this.citizenships = words(CITIZENSHIP);
        this.checked = text(KYC_CHECKED).map(text -> read(text, Instant::parse)).orElse(null);
        this.birth = text(BIRTH_DATE).map(text -> read(text, LocalDate::parse)).orElse(null);
    }

    // What is malformed is refused when somebody asks for it, and hinders nobody who does not.
    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    /** Of whom nothing is attested. */
    public static HolderClaims none() {
        return new HolderClaims("", Collections.emptyMap());
    }

    /** Who the holder is, the same for all keys of one person; empty if that is not known. */
    public String getPerson() {
        return person;
    }

    /** Everything that the holder is called, {@link #getPerson()} included; empty if who it is is not known. */
    public List<String> getIdentifiers() {
        return identifiers;
    }

    /**
     * Whether the holder is one of some persons, by any of its names.
     *
     * @param persons their names
     * @return whether one of them is among {@link #getIdentifiers()}
     */
    public boolean isAnyOf(Collection<String> persons) {
        return identifiers.stream().anyMatch(persons::contains);
    }

    /** The claims by name. */
    public Map<String, String> getValues() {
        return values;
    }

    /**
     * A claim as it was attested.
     *
     * @param name its name
     * @return nothing if it is not attested
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The residence as ISO 3166-1 alpha-2 code or ISO 3166-2 code. */
    public Optional<String> residence() {
        return text(RESIDENCE);
    }

    /** The investor categories; empty if none is attested. */
    public List<String> investorCategories() {
        return categories;
    }

    /**
     * The name of the claim that says on which rule of law an investor category rests.
     *
     * @param category the category
     * @return for example {@code investor_rule_accredited}
     */
    public static String ruleClaim(InvestorCategory category) {
        return RULE + category.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rule of law that an investor category rests on.
     *
     * @param category the category
     * @return for example {@code 17 CFR 230.501(a)(3)}; nothing if it is not attested
     */
    public Optional<String> ruleOf(InvestorCategory category) {
        return text(ruleClaim(category));
    }

    /** The citizenships; empty if none is attested. */
    public List<String> citizenships() {
        return citizenships;
    }

    /** The level of know-your-customer checks; 0 if none is attested. */
    public int kycLevel() {
        return text(KYC_LEVEL).map(Integer::parseInt).orElse(0);
    }

    /** When the know-your-customer checks were last made. */
    public Optional<Instant> kycChecked() {
        return checked != null ? Optional.of(checked) : text(KYC_CHECKED).map(Instant::parse);
    }

    /** Whether the holder is politically exposed. */
    public Optional<Boolean> politicallyExposed() {
        return text(POLITICALLY_EXPOSED).map("true"::equals);
    }

    /** The date of birth. */
    public Optional<LocalDate> birthDate() {
        return birth != null ? Optional.of(birth) : text(BIRTH_DATE).map(LocalDate::parse);
    }

    private List<String> words(String name) {
        return text(name)
                .filter(text -> !text.isEmpty())
                .map(text -> Collections.unmodifiableList(new ArrayList<>(Arrays.asList(text.split(" ")))))
                .orElse(Collections.emptyList());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HolderClaims
                && person.equals(((HolderClaims) other).person)
                && identifiers.equals(((HolderClaims) other).identifiers)
                && values.equals(((HolderClaims) other).values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(person, identifiers, values);
    }

    // Not the values: they are secrets of a party, and this text may find its way into a log.
    @Override
    public String toString() {
        return "claims " + values.keySet();
    }
}
