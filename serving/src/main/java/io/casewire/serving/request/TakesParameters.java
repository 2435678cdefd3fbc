package io.casewire.serving.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which parameters a handler takes that reads the query as a map, where its signature cannot say it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesParameters {
    /** Has a constructor without arguments. */
    Class<? extends ParameterNames> value();
}
