namespace Acme.Field;

internal static class Mistakes
{
    public static object New() => new Task { Title = "x" };

    public static object Set(JourneyApp app) => app.Tasks;

    public static object Related(JourneyApp app) => app.TaskModels.Where(x => x.Order.Number == "1");

    public static object Value(JourneyApp app, TaskModelState[] states) => app.TaskModels.Where(x => states.Contains(x.State));

    public static void Query(JourneyApp app)
    {
        var query = app.TaskModels;
        query = query.Where(x => x.Title == "x");
    }

    public static bool Pattern(TaskModel task) => task.State is TaskModelState.Closed;

    public static async Task Save(JourneyApp app) => await app.SaveChangesAsync();
}
