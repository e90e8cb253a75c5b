using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Modeling;

/// <summary>Configures rows in a model.</summary>
internal static class RowModel
{
    /// <summary>The schema of a copy in databases that have schemas.</summary>
    public const string Schema = "journeyapps";

    private const string DeletedAt = "_deleted_at";

    public static void Apply(ModelBuilder modelBuilder)
    {
        Type[] rows = [.. modelBuilder.Model.GetEntityTypes().Select(static entity => entity.ClrType).Where(Rows.IsRow)];
        if (rows.Length == 0)
        {
            throw new InvalidOperationException(
                "The model has no rows of a copy. Set <JourneyAppsRows>true</JourneyAppsRows> in the project of the schema, add a property "
                    + "such as 'DbSet<JobRow> Jobs' to the context, and call ApplyJourneyApps in OnModelCreating.");
        }

        foreach (Type row in rows) Links(modelBuilder, row);
        foreach (Type row in rows) Table(modelBuilder.Entity(row), row);
    }

    // Said in full, because the conventions would take a link back and forth between two models for one relationship.
    private static void Links(ModelBuilder modelBuilder, Type row)
    {
        foreach (PropertyInfo link in row.GetProperties())
        {
            if (link.GetCustomAttribute<ForeignKeyAttribute>() is not { } key) continue;
            PropertyInfo? inverse = link.PropertyType.GetProperties().FirstOrDefault(candidate => IsInverse(candidate, row, link.Name));
            modelBuilder.Entity(row)
                .HasOne(link.PropertyType, link.Name)
                .WithMany(inverse?.Name)
                .HasForeignKey(key.Name)
                .IsRequired(false);
        }
    }

    private static bool IsInverse(PropertyInfo candidate, Type row, string link)
        => candidate.GetCustomAttribute<InversePropertyAttribute>()?.Property == link
            && candidate.PropertyType.GetGenericArguments() is [{ } item] && item == row;

    private static void Table(EntityTypeBuilder entity, Type row)
    {
        string name = row.GetCustomAttribute<TableAttribute>()!.Name;
        entity.ToTable(name, Schema, static table => table.ExcludeFromMigrations());
        entity.HasAnnotation(RowConvention.Annotation, true);

        PropertyInfo deletedAt = row.GetProperties()
            .Single(static property => property.GetCustomAttribute<ColumnAttribute>()?.Name == DeletedAt);
        ParameterExpression parameter = Expression.Parameter(row, "row");
        entity.HasQueryFilter(Expression.Lambda(
            Expression.Equal(Expression.Property(parameter, deletedAt), Expression.Constant(null, typeof(DateTimeOffset?))), parameter));
    }
}
