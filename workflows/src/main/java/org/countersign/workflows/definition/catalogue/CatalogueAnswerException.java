package org.countersign.workflows.definition.catalogue;

import net.corda.core.identity.Party;
import org.countersign.workflows.WorkflowException;

/** A registrar answered a search with something that no honest one answers. Nothing of it was taken. */
public final class CatalogueAnswerException extends WorkflowException {
    CatalogueAnswerException(Party registrar, String what) {
        super(
                registrar.getName().getOrganisation() + " told a page of the catalogue " + what + ".",
                "Nothing of it was taken; report it to the governance of the network.");
    }
}
