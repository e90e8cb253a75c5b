using JourneyApps.Mirroring.EntityFrameworkCore.Options;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Modeling;

/// <summary>Adds the convention for rows.</summary>
internal sealed class RowConventionPlugin(IDatabaseProvider provider) : IConventionSetPlugin
{
    public ConventionSet ModifyConventions(ConventionSet conventionSet)
    {
        if (provider.IsSqlite()) conventionSet.ModelFinalizingConventions.Insert(0, new RowConvention());
        return conventionSet;
    }
}
