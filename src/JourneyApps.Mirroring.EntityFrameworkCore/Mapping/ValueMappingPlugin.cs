using System.Collections.Concurrent;
using JourneyApps.Mirroring.EntityFrameworkCore.Options;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>Maps ids, choices and the enums of options wherever EF Core meets them: in columns, constants, captured variables and lists.
/// Without the enums, a captured enum would be compared as a number and match nothing.</summary>
internal sealed class ValueMappingPlugin(IServiceProvider services, IDatabaseProvider provider) : IRelationalTypeMappingSourcePlugin
{
    private readonly ConcurrentDictionary<Type, RelationalTypeMapping?> _mappings = new();

    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        if (mappingInfo.ClrType is not { } type) return null;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsConstructedGenericType ? _mappings.GetOrAdd(type, Create) : null;
    }

    private RelationalTypeMapping? Create(Type type)
    {
        if (ValueConverters.Find(type, provider.HasArrays()) is not { } converter) return null;
        if (converter.ProviderClrType == typeof(string[])) return new KeyArrayMapping("text[]", converter);
        if (converter.ProviderClrType == typeof(long[])) return new KeyArrayMapping("bigint[]", converter);

        // Only now, because the source is created with its plugins.
        RelationalTypeMapping stored = services.GetRequiredService<IRelationalTypeMappingSource>().FindMapping(converter.ProviderClrType)!;
        return (RelationalTypeMapping)stored.WithComposedConverter(converter);
    }
}
