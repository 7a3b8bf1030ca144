package hotline.access;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An act that is done once however often it is sent: needs an {@code Idempotency-Key}, runs in one
 * transaction with the record of its answer, and answers a repetition with the first answer. For
 * blocking resource methods; whatever they return must be complete (flushed) when they return it.
 */
@InterceptorBinding
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
