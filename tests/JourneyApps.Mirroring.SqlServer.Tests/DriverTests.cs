using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace JourneyApps.Mirroring.SqlServer.Tests;

/// <summary>What the mirror relies on in the driver, which the tests cannot ask a server about.</summary>
public sealed class DriverTests
{
    [Theory]
    [InlineData("Save")]
    [InlineData("Rollback")]
    public void The_driver_has_savepoints(string method)
        => Assert.Equal(typeof(SqlTransaction), typeof(SqlTransaction).GetMethod(method, [typeof(string)])!.DeclaringType);

    /// <summary>A step releases savepoints only where the driver says that it supports all of their statements.</summary>
    [Fact]
    public void The_driver_does_not_release_savepoints()
    {
        Assert.Equal(typeof(DbTransaction), typeof(SqlTransaction).GetMethod("Release", [typeof(string)])!.DeclaringType);
        Assert.Equal(typeof(DbTransaction), typeof(SqlTransaction).GetProperty("SupportsSavepoints")!.DeclaringType);
    }
}
