package org.countersign.oracles.validation;

/** A setting of a check is missing or wrong. The message names the setting, what it is, and what it may be. */
public final class CheckConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param setting the full name of the setting
     * @param problem what is wrong with it
     * @param remedy what it may be
     */
    public CheckConfigurationException(String setting, String problem, String remedy) {
        super("The setting " + setting + " " + problem + " " + remedy);
    }
}
