using JourneyApps.Mirroring;
using System.Globalization;

namespace MeterMirror;

/// <summary>The copy of all meters.</summary>
internal sealed class MeterTable(CopyDatabase database) : CopyTable<Meter>(database, "meter")
{
    // Choices are stored as keys, so an option that is newer than this code is stored too.
    protected override void Upsert(Meter model) => Database.Run(
        "INSERT OR REPLACE INTO meter VALUES ($id, $serial, $kind, $installed)",
        ("$id", model.Id.Value),
        ("$serial", model.SerialNumber),
        ("$kind", model.Kind?.Key),
        ("$installed", model.Installed?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
