namespace Acme.Field;

public static class Endpoints
{
    public static void Map(WebApplication web)
    {
        web.MapPost("/jobs", (Job job) => job.Title);
        web.MapGet("/jobs/{id}", (Id<Job> id) => id.ToString());
    }
}
