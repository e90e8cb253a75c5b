using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace JourneyApps.Mirroring.SqlServer.Tests;

/// <summary>Collects the texts that <c>EXEC</c> runs.</summary>
internal sealed class ExecutedTexts : TSqlFragmentVisitor
{
    public List<string> Texts { get; } = [];

    public override void Visit(ExecutableStringList node) => Texts.AddRange(node.Strings.OfType<StringLiteral>().Select(text => text.Value));
}
