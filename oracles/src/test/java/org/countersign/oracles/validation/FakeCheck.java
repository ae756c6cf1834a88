package org.countersign.oracles.validation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.countersign.contracts.validation.Aspect;
import org.countersign.contracts.validation.Finding;
import org.countersign.contracts.validation.FindingResult;

/** A check that does as it is told. */
final class FakeCheck implements TransferCheck {
    /** What it does when it judges. */
    interface Act {
        List<Finding> on(TransferFacts facts) throws Exception;
    }

    private final String name;
    private final Aspect aspect;
    private final Act act;
    private final Set<FactKind> needs = EnumSet.noneOf(FactKind.class);
    private CheckConfiguration configuration;
    private Speech speech = Speech.SAYS;
    private boolean fallsAtStart;

    private enum Speech {
        SAYS,
        FAILS,
        NOTHING
    }

    FakeCheck(String name, Aspect aspect, Act act) {
        this.name = name;
        this.aspect = aspect;
        this.act = act;
    }

    static FakeCheck meeting(String name, Aspect aspect) {
        return new FakeCheck(name, aspect, facts -> found(name, FindingResult.MET));
    }

    static List<Finding> found(String requirement, FindingResult result) {
        return Collections.singletonList(
                new Finding(requirement, result, "FAKE", "So it was found.", Collections.emptyList()));
    }

    FakeCheck needing(FactKind kind) {
        needs.add(kind);
        return this;
    }

    CheckConfiguration configuration() {
        return configuration;
    }

    /** It fails when it is asked what it needs for a transaction, or answers nothing. */
    FakeCheck speechless(boolean throwing) {
        speech = throwing ? Speech.FAILS : Speech.NOTHING;
        return this;
    }

    /** It fails when it hears that all checks are set up. */
    FakeCheck failingAtStart() {
        fallsAtStart = true;
        return this;
    }

    @Override
    public void started(TransferChecks checks) {
        if (fallsAtStart) {
            throw new NoClassDefFoundError("bank/Feed");
        }
    }

    @Override
    public Set<FactKind> needs(TransferFacts facts) {
        if (speech == Speech.FAILS) {
            throw new IllegalStateException("no");
        }
        return speech == Speech.NOTHING ? null : needs;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Aspect aspect() {
        return aspect;
    }

    @Override
    public Set<FactKind> needs() {
        return needs;
    }

    @Override
    public void configure(CheckConfiguration section) throws CheckConfigurationException {
        if (section.has("broken")) {
            throw section.wrong("broken", "is there.", "Leave it out.");
        }
        if (section.has("throws")) {
            throw new IllegalStateException("no");
        }
        configuration = section;
    }

    @Override
    public List<Finding> check(TransferFacts facts) throws Exception {
        return act.on(facts);
    }
}
