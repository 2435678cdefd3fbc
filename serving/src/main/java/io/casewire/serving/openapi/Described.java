package io.casewire.serving.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler takes and answers where its signature does not say it; read when the description is made. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Described {
    /** Statuses of answers that are no problem; where there are none, 204 without a body and 200 with one. */
    int[] status() default {};

    /** What the answer holds, where the signature leaves it open; one of these. */
    Class<?>[] body() default {};

    /** Media types of the answer, where it is no JSON. */
    String[] answers() default {};

    /** Media types of the body, where it is read as it comes. */
    String[] takes() default {};

    /** Statuses of problems that follow neither from the method nor from what it takes. */
    int[] problems() default {};
}
