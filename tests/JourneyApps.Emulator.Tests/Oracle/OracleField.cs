namespace JourneyApps.Emulator.Tests.Oracle;

/// <summary>A member of the models of <c>Vectors/room.xml</c>.</summary>
internal sealed record OracleField(string Key, OracleKind Kind)
{
    private static readonly OracleField[] Room =
    [
        new("name", OracleKind.Text), new("n", OracleKind.Integer), new("d", OracleKind.Number), new("day", OracleKind.Day), new("at", OracleKind.Moment),
        new("sc", OracleKind.Choice), new("sci", OracleKind.IntegerChoice), new("mc", OracleKind.Choices), new("b", OracleKind.Boolean), new("building_id", OracleKind.Link),
    ];

    private static readonly OracleField[] Building = [new("name", OracleKind.Text), new("d", OracleKind.Number)];

    public static OracleField[] Of(string model) => model == "room" ? Room : Building;
}
