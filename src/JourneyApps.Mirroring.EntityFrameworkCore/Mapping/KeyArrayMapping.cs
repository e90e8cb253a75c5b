using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>A set of choices in an array of PostgreSQL. A provider's own mapping would make the set a collection of columns.</summary>
internal sealed class KeyArrayMapping : RelationalTypeMapping
{
    public KeyArrayMapping(string storeType, ValueConverter converter)
        : base(new RelationalTypeMappingParameters(
            new CoreTypeMappingParameters(converter.ModelClrType, converter), storeType, StoreTypePostfix.None))
    {
    }

    private KeyArrayMapping(RelationalTypeMappingParameters parameters) : base(parameters)
    {
    }

    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new KeyArrayMapping(parameters);

    // The driver knows the type by the value, but not that of null.
    protected override void ConfigureParameter(DbParameter parameter)
    {
        if (parameter.Value is null or DBNull) parameter.DbType = System.Data.DbType.Object;
    }

    protected override string GenerateNonNullSqlLiteral(object value) => value switch
    {
        string[] keys => "ARRAY[" + string.Join(", ", keys.Select(static key => $"'{key.Replace("'", "''", StringComparison.Ordinal)}'"))
            + "]::" + StoreType,
        long[] keys => "ARRAY[" + string.Join(", ", keys.Select(Keys.ToText)) + "]::" + StoreType,
        _ => base.GenerateNonNullSqlLiteral(value),
    };
}
