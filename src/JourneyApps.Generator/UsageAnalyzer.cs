using System.Collections.Immutable;
using JourneyApps.Generator.Diagnostics;
using JourneyApps.Generator.Usage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace JourneyApps.Generator;

/// <summary>Says what to write instead of code that people try with models, sets and field tokens. Most of such code is refused by members
/// of the runtime. This analyzer is for the rest, which no member can refuse.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UsageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = UsageRules.All.Select(Reporting.DescriptorOf).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("JourneyApps.JourneyClient") is null) return;
            start.RegisterSyntaxNodeAction(RenamedModels.CheckCreation, SyntaxKind.ObjectCreationExpression);
            start.RegisterSyntaxNodeAction(MemberAccesses.Check, SyntaxKind.SimpleMemberAccessExpression);
            start.RegisterSyntaxNodeAction(FieldsAsValues.CheckCall, SyntaxKind.InvocationExpression);
            start.RegisterSyntaxNodeAction(
                FieldsAsValues.CheckOperator, SyntaxKind.IsPatternExpression, SyntaxKind.IsExpression, SyntaxKind.CoalesceExpression);
            start.RegisterSyntaxNodeAction(FieldsAsValues.CheckInterpolation, SyntaxKind.Interpolation);
            start.RegisterSyntaxNodeAction(
                ChoicePatterns.Check, SyntaxKind.IsExpression, SyntaxKind.ConstantPattern, SyntaxKind.CaseSwitchLabel);
            start.RegisterSyntaxNodeAction(QueriesInSets.CheckAssignment, SyntaxKind.SimpleAssignmentExpression);
            start.RegisterSyntaxNodeAction(QueriesInSets.CheckDeclaration, SyntaxKind.VariableDeclarator);
        });
    }
}
