namespace Acme;

public static class Both
{
    public static bool Uses(Field.FieldApp field, Fleet.FleetApp fleet, Fleet.Vehicle vehicle)
        => field.Jobs is not null && fleet.Vehicles is not null && vehicle.State == Fleet.VehicleState.New;
}
