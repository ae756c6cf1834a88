package org.countersign.client.cli.language;

import java.nio.file.Path;
import org.countersign.client.cli.answer.Failure;
import org.countersign.client.cli.answer.FailureCode;
import org.countersign.contracts.compliance.CompliancePolicy;
import org.countersign.language.CheckedSource;
import org.countersign.language.SecurityLanguage;
import org.countersign.language.interpret.PolicyInterpreter;
import org.countersign.language.model.SecurityModel;
import org.countersign.language.source.Diagnostic;

/** The compliance section of a source, for commands that are about more than the source. */
public final class PolicySource {
    private PolicySource() {}

    /**
     * Reads the policy that a source describes.
     *
     * @param file the source
     * @param symbol the security that the policy is for
     * @return the policy, which demands nothing if the source has no compliance section
     * @throws Failure if the source has an error, the first of which is told, or describes another security
     */
    public static CompliancePolicy of(Path file, String symbol) {
        SecurityLanguage language = SecurityLanguage.ofLedger();
        CheckedSource checked = language.check(SourceFiles.read(file));
        SecurityModel model = checked.getModel().orElseThrow(() -> wrong(file, checked));
        if (!model.getSymbol().equals(symbol)) {
            throw new Failure(
                    FailureCode.FILE_WRONG,
                    file + " describes " + model.getSymbol() + " and not " + symbol + ".",
                    "Name the source of " + symbol + ", or register " + model.getSymbol() + ".");
        }
        return new PolicyInterpreter(language.getCatalogue()).policy(model);
    }

    private static Failure wrong(Path file, CheckedSource checked) {
        Diagnostic first = checked.errors().get(0);
        return new Failure(
                FailureCode.FILE_WRONG,
                file + ":" + first.getPlace().getLine() + ": " + first.getReason(),
                "See all that is wrong with ./countersign security check " + file + ".");
    }
}
