package io.quanttradingos.language;

/** How a service is made to answer in a shape. Either way the answer is checked here. */
public enum AnswerFormat {
    /** {@code response_format} {@code json_schema}, strict: the service itself keeps to the schema. */
    JSON_SCHEMA,
    /** {@code response_format} {@code json_object}, for services that know no schemas: the schema stands in the rules. */
    JSON_OBJECT
}
