using JourneyApps.Mirroring.EntityFrameworkCore.Options;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Adds the translation of methods.</summary>
internal sealed class MethodTranslatorPlugin(
    ISqlExpressionFactory sql, IRelationalTypeMappingSource mappings, IDatabaseProvider provider) : IMethodCallTranslatorPlugin
{
    public IEnumerable<IMethodCallTranslator> Translators { get; } =
        [new ComparisonTranslator(sql, mappings), new ChoiceSetTranslator(sql, mappings, provider.HasArrays(), provider.IsSqlite())];
}
