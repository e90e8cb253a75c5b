using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace JourneyApps.Docs.Tests;

/// <summary>
/// Makes a compilable file of a block. Statements go into a method of a class that derives from <see cref="Ambient"/>, types stay types;
/// each block has a namespace of its own. Errors are reported at the page's line.
/// </summary>
internal static class Snippet
{
    public const string ClassName = "Snippet";
    public const string MethodName = "RunAsync";

    /// <summary>Whether a compiled type comes from a block: by the block's own namespace, or the one that it declares.</summary>
    public static bool IsOf(Type type, CodeBlock block, int number)
        => type.Namespace == NamespaceOf(number) || block.Code.StartsWith($"namespace {type.Namespace}\n", StringComparison.Ordinal);

    private static string NamespaceOf(int number) => string.Create(CultureInfo.InvariantCulture, $"Blocks.Block{number}");

    public static SyntaxTree Of(CodeBlock block, int number)
    {
        var unit = (CompilationUnitSyntax)new Addresses().Visit(CSharpSyntaxTree.ParseText(block.Code).GetRoot());
        if (block.IsProgram) unit = (CompilationUnitSyntax)new Ends().Visit(unit);
        unit = CSharpSyntaxTree.ParseText(unit.ToFullString()).GetCompilationUnitRoot();
        GlobalStatementSyntax[] statements = [.. unit.Members.OfType<GlobalStatementSyntax>()];
        MemberDeclarationSyntax[] types = [.. unit.Members.Where(member => member is not GlobalStatementSyntax)];
        bool isFile = types.Any(type => type is BaseNamespaceDeclarationSyntax);

        StringBuilder text = new("#nullable enable\n#pragma warning disable\n");
        foreach (UsingDirectiveSyntax directive in unit.Usings) Append(text, block, directive);
        if (!isFile) text.Append(CultureInfo.InvariantCulture, $"namespace {NamespaceOf(number)};\n");
        if (statements.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"internal sealed class {ClassName} : {(block.IsProgram ? "object" : typeof(Ambient).FullName)}\n{{\n    private async Task {MethodName}({(block.IsProgram ? "string[] args" : "")})\n    {{\n");
            foreach (GlobalStatementSyntax statement in statements) Append(text, block, statement);
            text.Append("    }\n}\n");
        }

        foreach (MemberDeclarationSyntax type in types) Append(text, block, type);
        return CSharpSyntaxTree.ParseText(text.ToString(), path: $"Block{number}.cs");
    }

    private static void Append(StringBuilder text, CodeBlock block, SyntaxNode node)
    {
        int line = block.Line + node.SyntaxTree.GetLineSpan(node.FullSpan).StartLinePosition.Line;
        text.Append(CultureInfo.InvariantCulture, $"#line {line} \"{block.Page}\"\n").Append(node.ToFullString()).Append("\n#line default\n");
    }

    /// <summary>A program that runs until it is stopped is stopped by its stage instead of Ctrl+C.</summary>
    private sealed class Ends : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
            => node.ToString() == "new CancellationTokenSource()"
                ? SyntaxFactory.ParseExpression("JourneyApps.Docs.Tests.Ambient.CreateCancellationSource()").WithTriviaFrom(node)
                : base.VisitObjectCreationExpression(node);

        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
            => node.ToString() == "web.RunAsync()"
                ? SyntaxFactory.ParseExpression("web.RunAsync(JourneyApps.Docs.Tests.Ambient.Stopping)").WithTriviaFrom(node)
                : base.VisitInvocationExpression(node);
    }

    /// <summary>A block reaches the emulator where its page names somebody's deployment.</summary>
    private sealed class Addresses : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
            => node.Token.Value is string text && text.StartsWith("https://", StringComparison.Ordinal) && text.Contains(".journeyapps.com/api/v4/", StringComparison.Ordinal)
                ? SyntaxFactory.ParseExpression("JourneyApps.Docs.Tests.Ambient.Address").WithTriviaFrom(node)
                : base.VisitLiteralExpression(node);
    }
}
