package org.countersign.language;

import java.util.List;
import java.util.Optional;
import org.countersign.language.check.Catalogue;
import org.countersign.language.check.CommitteeCheck;
import org.countersign.language.check.KnownCommittee;
import org.countersign.language.check.ModelReader;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.Diagnostics;
import org.countersign.language.source.SourceText;

/** The security language with one catalogue of rules; everything that can be done with a source begins here. */
public final class SecurityLanguage {
    private final Catalogue catalogue;

    /**
     * Creates a language.
     *
     * @param catalogue the rules that sources can use
     */
    public SecurityLanguage(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The language with the ledger's rules, which is the one that nodes speak. */
    public static SecurityLanguage ofLedger() {
        return new SecurityLanguage(Catalogue.ofLedger());
    }

    /** The rules that sources can use. */
    public Catalogue getCatalogue() {
        return catalogue;
    }

    /**
     * Checks a source: form, words, types, ranges, and what contradicts itself.
     *
     * @param source the source
     * @return everything that is to be said about it, and the model if there is no error
     */
    public CheckedSource check(SourceText source) {
        Diagnostics diagnostics = new Diagnostics(source);
        Optional<SecurityModel> model = ModelReader.read(source, catalogue, diagnostics);
        return checked(source, diagnostics, model);
    }

    /**
     * Checks a source against a network too: committees and segment that it names exist there and are competent.
     *
     * @param source the source
     * @param committees the committees of the network
     * @param segments the segments that its registrars have established, by name
     * @return everything that is to be said about it, and the model if there is no error
     */
    public CheckedSource check(SourceText source, List<KnownCommittee> committees, List<String> segments) {
        Diagnostics diagnostics = new Diagnostics(source);
        Optional<SecurityModel> model = ModelReader.read(source, catalogue, diagnostics);
        model.ifPresent(read -> new CommitteeCheck(source, diagnostics, committees, segments).check(read));
        return checked(source, diagnostics, model);
    }

    // What was read of a source with errors is good for finding more of them, and for nothing else.
    private static CheckedSource checked(SourceText source, Diagnostics diagnostics, Optional<SecurityModel> model) {
        return new CheckedSource(source, diagnostics.inOrder(), diagnostics.errors() > 0 ? null : model.orElse(null));
    }
}
