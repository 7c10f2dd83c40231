package io.neuroglia.processor;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Walks through the code of a class, after javac has found out what its names mean. */
final class CallScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final AnalyzedCode code;
    private final PublishCalls publishing;
    private final MappingCalls mapping;

    CallScanner(AnalyzedCode code, PublishCalls publishing, MappingCalls mapping) {
        this.code = code;
        this.publishing = publishing;
        this.mapping = mapping;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        Element method = code.elementAt(pathOf(call.getMethodSelect()));
        if (method == null) {
            return super.visitMethodInvocation(call, null);
        }
        if (code.isMethodOf(MediationNames.UNIT_OF_WORK, method, "afterCommit")) {
            return null; // what is published then, is published of a change that stands
        }
        List<TreePath> arguments =
                call.getArguments().stream().map(this::pathOf).toList();
        publishing.call(getCurrentPath(), method, arguments);
        mapping.call(getCurrentPath(), method, arguments);
        return super.visitMethodInvocation(call, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void nothing) {
        publishing.reference(getCurrentPath());
        return super.visitMemberReference(reference, null);
    }

    private TreePath pathOf(ExpressionTree part) {
        return new TreePath(getCurrentPath(), part);
    }
}
