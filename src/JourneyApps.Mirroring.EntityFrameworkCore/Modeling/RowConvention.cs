using JourneyApps.Mirroring.EntityFrameworkCore.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Modeling;

/// <summary>Adapts rows to SQLite, which only the provider knows and not the builder of the model: no schema, and times as the text that a
/// copy contains. EF Core's own mapping has another text and cannot compare or sort times.</summary>
internal sealed class RowConvention : IModelFinalizingConvention
{
    /// <summary>The annotation on the entities that are rows.</summary>
    public const string Annotation = "JourneyApps:Row";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (IConventionEntityType entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.FindAnnotation(Annotation) is null) continue;
            ((IMutableEntityType)entity).SetSchema(null);
            foreach (IConventionProperty property in entity.GetProperties())
            {
                if (property.ClrType == typeof(DateTimeOffset?)) ((IMutableProperty)property).SetValueConverter(UtcTextConverter.Instance);
            }
        }
    }
}
