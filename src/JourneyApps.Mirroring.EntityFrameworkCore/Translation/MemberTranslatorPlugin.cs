using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Translation;

/// <summary>Adds the translation of members.</summary>
internal sealed class MemberTranslatorPlugin(ISqlExpressionFactory sql, IRelationalTypeMappingSource mappings) : IMemberTranslatorPlugin
{
    public IEnumerable<IMemberTranslator> Translators { get; } = [new KeyMemberTranslator(sql, mappings)];
}
