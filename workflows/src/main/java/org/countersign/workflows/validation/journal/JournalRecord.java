package org.countersign.workflows.validation.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.corda.core.crypto.SecureHash;
import net.corda.core.identity.CordaX500Name;
import org.countersign.contracts.definition.SecurityDefinitionState;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Figure;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.ValidationReport;
import org.countersign.workflows.validation.Refusal;

/**
 * What is to be entered about one answer: who asked for what, what was shown, what was found, what was answered.
 *
 * <p>What was shown is given by whoever answers, from what the aspect may see and from nothing else: the journal asks
 * no service for more.
 */
public final class JournalRecord {
    private static final int MOST_SHOWN = 100_000;

    private final CordaX500Name asker;
    private final SecureHash transactionId;
    private final Aspect aspect;
    private final Map<String, List<String>> shown = new LinkedHashMap<>();
    private String security;
    private int length;
    private ValidationReport report;
    private Refusal refusal;

    /**
     * Starts a record of an answer that attests, until {@link #refused} says otherwise.
     *
     * @param asker who asked
     * @param transactionId what was to be attested
     * @param aspect the side of it
     */
    public JournalRecord(CordaX500Name asker, SecureHash transactionId, Aspect aspect) {
        this.asker = Objects.requireNonNull(asker, "asker");
        this.transactionId = Objects.requireNonNull(transactionId, "transactionId");
        this.aspect = Objects.requireNonNull(aspect, "aspect");
    }

    /**
     * Adds something that the authority was shown. After 100,000 characters in all, its digest stands in its place.
     *
     * @param what its kind, for example {@code output}; one that was given before gets one more text
     * @param text the thing itself, for people
     * @return this
     */
    public JournalRecord shown(String what, String text) {
        length += text.length();
        // A long transaction must not keep the answer about it out of the journal.
        String entered = length > MOST_SHOWN ? "SHA-256 " + SecureHash.sha256(text) : text;
        shown.computeIfAbsent(what, key -> new ArrayList<>()).add(entered);
        return this;
    }

    /**
     * Says which security it is about, so that a regulator of it can be shown the entry.
     *
     * @param definition of the security
     * @return this
     */
    public JournalRecord concerning(SecurityDefinitionState definition) {
        this.security = definition.getLinearId().getExternalId();
        return this;
    }

    /**
     * Adds what was found.
     *
     * @param found the whole report, figures included
     * @return this
     */
    public JournalRecord found(ValidationReport found) {
        this.report = found;
        return this;
    }

    /**
     * Makes it the record of a refusal.
     *
     * @param why as the asker is told
     * @return this
     */
    public JournalRecord refused(Refusal why) {
        this.refusal = why;
        return this;
    }

    CordaX500Name getAsker() {
        return asker;
    }

    SecureHash getTransactionId() {
        return transactionId;
    }

    Aspect getAspect() {
        return aspect;
    }

    /** The digest in the identifier of the security, or null if that was not known. */
    String getSecurity() {
        return security;
    }

    boolean isAttested() {
        return refusal == null;
    }

    /** The fields of the entry, after those that make it a part of the chain. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("asker", asker);
        fields.put("transaction", transactionId);
        fields.put("aspect", aspect);
        fields.put("attested", isAttested());
        if (security != null) {
            fields.put("security", security);
        }
        fields.put("refusal", refusal == null ? null : refusalFields());
        fields.put("shown", Collections.unmodifiableMap(shown));
        // As it was told and sealed: the figures stand below, and their digest stands nowhere.
        fields.put("report", report == null ? null : report.withoutFigures().digest());
        List<Object> findings = new ArrayList<>();
        if (report != null) {
            report.getFindings().forEach(finding -> findings.add(fields(finding)));
        }
        fields.put("findings", findings);
        // The entry's digest goes out in the seal; without this, whoever knows the rest could try out figures.
        fields.put("salt", SecureHash.randomSHA256());
        return fields;
    }

    private Map<String, Object> refusalFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", refusal.getCode());
        fields.put("reason", refusal.getReason());
        return fields;
    }

    private static Map<String, Object> fields(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requirement", finding.getRequirement());
        fields.put("result", finding.getResult());
        fields.put("reasonCode", finding.getReasonCode());
        fields.put("reason", finding.getReason());
        List<Object> figures = new ArrayList<>();
        for (Figure figure : finding.getFigures()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", figure.getName());
            one.put("value", figure.getValue());
            one.put("unit", figure.getUnit());
            figures.add(one);
        }
        fields.put("figures", figures);
        return fields;
    }
}
