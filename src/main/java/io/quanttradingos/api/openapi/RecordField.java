package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanttradingos.api.JsonNames;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component of a record as a field of its JSON.
 *
 * @param javaName the component's name
 * @param type its type with the annotations on it
 * @param leftOutWhenNull whether a null is not written at all
 */
record RecordField(String javaName, AnnotatedType type, boolean leftOutWhenNull) {

    /** The fields of a record in their order, those of an unwrapped component in its place. */
    static List<RecordField> of(Class<?> type) {
        boolean leavesOut = leavesOut(type.getAnnotation(JsonInclude.class));
        List<RecordField> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                fields.addAll(of(component.getType()));
            } else {
                JsonInclude own = component.getAccessor().getAnnotation(JsonInclude.class);
                fields.add(new RecordField(
                        component.getName(), component.getAnnotatedType(), leavesOut || leavesOut(own)));
            }
        }
        return fields;
    }

    private static boolean leavesOut(@Nullable JsonInclude include) {
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }

    String jsonName() {
        return JsonNames.snakeCase(javaName);
    }

    boolean isNullable() {
        return isNullable(type);
    }

    /** Whether it is always there, if only as null. */
    boolean isRequired() {
        return !(isNullable() && leftOutWhenNull);
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
