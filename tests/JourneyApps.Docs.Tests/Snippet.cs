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
    public static SyntaxTree Of(CodeBlock block, int number)
    {
        CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(block.Code).GetCompilationUnitRoot();
        GlobalStatementSyntax[] statements = [.. unit.Members.OfType<GlobalStatementSyntax>()];
        MemberDeclarationSyntax[] types = [.. unit.Members.Where(member => member is not GlobalStatementSyntax)];
        bool isFile = types.Any(type => type is BaseNamespaceDeclarationSyntax);

        StringBuilder text = new("#nullable enable\n#pragma warning disable\n");
        foreach (UsingDirectiveSyntax directive in unit.Usings) Append(text, block, directive);
        if (!isFile) text.Append(CultureInfo.InvariantCulture, $"namespace Blocks.Block{number};\n");
        if (statements.Length > 0)
        {
            text.Append("internal sealed class Snippet : JourneyApps.Docs.Tests.Ambient\n{\n    private async Task RunAsync()\n    {\n");
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
}
