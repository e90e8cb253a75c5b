using JourneyApps.Mirroring;
using System.Globalization;

namespace MeterMirror;

/// <summary>The copy of all readings.</summary>
internal sealed class ReadingTable(CopyDatabase database) : CopyTable<Reading>(database, "reading")
{
    protected override void Upsert(Reading model) => Database.Run(
        "INSERT OR REPLACE INTO reading VALUES ($id, $meter, $at, $value, $estimated)",
        ("$id", model.Id.Value),
        ("$meter", model.MeterId?.Value),
        ("$at", model.ReadAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
        ("$value", model.Value),
        ("$estimated", model.Estimated));
}
