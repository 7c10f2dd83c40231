package io.neuroglia.spring.web;

import io.neuroglia.result.OperationResult;
import io.neuroglia.result.OperationResult.Success;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * The return type of a controller's method without the result around it: {@code List<Pizza>} for {@code
 * OperationResult<List<Pizza>>}, so that the element type decides how elements are written.
 */
final class DataParameter extends MethodParameter {
    private final ResolvableType data;

    DataParameter(MethodParameter result, Success<?> success) {
        super(result);
        ResolvableType declared = ResolvableType.forMethodParameter(result).as(OperationResult.class);
        Class<?> type = success.data().getClass();
        ResolvableType argument = declared.getGeneric(0);
        data = argument.resolve() != null && argument.toClass().isAssignableFrom(type)
                ? argument
                : ResolvableType.forClass(type);
    }

    private DataParameter(DataParameter original) {
        super(original);
        data = original.data;
    }

    @Override
    public Class<?> getParameterType() {
        return data.toClass();
    }

    @Override
    public Type getGenericParameterType() {
        return data.getType();
    }

    @Override
    public DataParameter clone() {
        return new DataParameter(this);
    }
}
