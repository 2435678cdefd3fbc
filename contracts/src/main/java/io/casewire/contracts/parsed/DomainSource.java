package io.casewire.contracts.parsed;

/** Where the domains of a case come from. */
public enum DomainSource {
    /** From the category the document prints. */
    PRINTED,
    /** Worked out from the text, with {@link CaseRecord#domainConfidence()}. */
    INFERRED
}
